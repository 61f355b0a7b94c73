package io.nanocell.results;

import org.springframework.data.jpa.repository.JpaRepository;

interface ModelAnswerRepository extends JpaRepository<ModelAnswerEntity, Long> {}
